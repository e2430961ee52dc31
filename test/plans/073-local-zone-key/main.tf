provider "aws" {
  region                      = "ap-southeast-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "all" {
  for_each          = { hanoi = "ap-southeast-1-han-1a", singapore = "ap-southeast-1a" }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.key == "hanoi" ? "10.0.1.0/24" : "10.0.2.0/24"
  availability_zone = each.value
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  subnet_id     = aws_subnet.all["singapore"].id
}
