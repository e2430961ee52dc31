provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

removed {
  from = aws_instance.gpu
  lifecycle {
    destroy = false
  }
}
