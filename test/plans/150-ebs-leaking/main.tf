provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 8
  encrypted         = true
}

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}

resource "aws_ebs_snapshot_copy" "data" {
  source_region      = "us-east-1"
  source_snapshot_id = "snap-0123456789abcdef0"
}

resource "aws_snapshot_create_volume_permission" "data" {
  snapshot_id = aws_ebs_snapshot.data.id
  account_id  = "999988887777"
}
