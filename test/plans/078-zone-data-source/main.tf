provider "aws" {
  region                      = "ap-southeast-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

data "aws_availability_zones" "all" {
  state = "available"
}

resource "aws_instance" "gpu" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "p5.48xlarge"
  availability_zone = data.aws_availability_zones.all.names[0]
}
