provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_spot_fleet_request" "gpu" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3

  launch_specification {
    ami               = "ami-0123456789abcdef0"
    instance_type     = "g6.12xlarge"
    availability_zone = "me-south-1a"
  }
}
