terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.low]
    }
  }
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
}

resource "aws_instance" "home" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  provider      = aws.low
}
