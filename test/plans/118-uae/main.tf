provider "aws" {
  region                      = "me-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5en.48xlarge"
}
