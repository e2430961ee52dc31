provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

data "aws_ec2_instance_type" "one" {
  instance_type = "p5.48xlarge"
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = data.aws_ec2_instance_type.one.instance_type
}
