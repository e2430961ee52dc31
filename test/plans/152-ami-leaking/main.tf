provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "other"
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_ami_copy" "base" {
  provider          = aws.other
  name              = "base"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-central-1"
}

resource "aws_ami_launch_permission" "base" {
  provider   = aws.other
  image_id   = aws_ami_copy.base.id
  account_id = "999988887777"
}
