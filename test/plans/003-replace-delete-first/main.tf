provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami           = "ami-0fedcba9876543210"
  instance_type = "p5.48xlarge"
}
