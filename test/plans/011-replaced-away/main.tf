provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "other" {
  ami           = "ami-0fedcba9876543210"
  instance_type = "t3.micro"
}
