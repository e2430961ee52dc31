provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_autoscaling_group" "gpu" {
  name               = "gpu"
  min_size           = 0
  max_size           = 4
  availability_zones = ["me-south-1a"]
  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "3"
  }
}
