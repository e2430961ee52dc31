provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_launch_template" "t" {
  name          = "t-template"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
}
