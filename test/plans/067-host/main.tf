provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_ec2_host" "gpu" {
  instance_family   = "p5"
  availability_zone = "me-south-1a"
}
