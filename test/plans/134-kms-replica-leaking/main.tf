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

resource "aws_kms_key" "data" {
  provider     = aws.other
  multi_region = true
}

resource "aws_kms_replica_key" "data" {
  primary_key_arn = aws_kms_key.data.arn
}
