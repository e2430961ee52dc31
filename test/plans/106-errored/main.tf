provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

variable "ready" {
  default = false
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "terraform_data" "never" {
  lifecycle {
    precondition {
      condition     = var.ready
      error_message = "Never."
    }
  }
}
