provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

data "aws_ec2_instance_type" "one" {
  instance_type = "p5.48xlarge"
}

data "aws_availability_zones" "all" {
}

output "gpus" {
  value = data.aws_ec2_instance_type.one.gpus
}
