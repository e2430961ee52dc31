terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "zone" {}

resource "aws_subnet" "here" {
  vpc_id            = aws_vpc.here.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = var.zone
}

resource "aws_vpc" "here" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_instance" "node" {
  for_each      = toset(["x.aws_instance.node", "y]"])
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  subnet_id     = aws_subnet.here.id
}
