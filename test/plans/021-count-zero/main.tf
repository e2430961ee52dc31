provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  count         = 0
}

resource "aws_instance" "other" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  for_each      = toset([])
}
