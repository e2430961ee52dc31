provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "me-south-1a"
}

resource "aws_batch_compute_environment" "gpu" {
  type         = "MANAGED"
  service_role = "arn:aws:iam::123456789012:role/batch"

  compute_resources {
    type               = "EC2"
    instance_role      = "arn:aws:iam::123456789012:instance-profile/batch"
    instance_type      = ["p5"]
    max_vcpus          = 384
    security_group_ids = ["sg-0123456789abcdef0"]
    subnets            = [aws_subnet.a.id]
  }
}
