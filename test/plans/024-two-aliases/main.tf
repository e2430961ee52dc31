provider "aws" {
  alias                       = "virginia"
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "bahrain"
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "virginia" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  provider      = aws.virginia
}

resource "aws_instance" "bahrain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  provider      = aws.bahrain
}
