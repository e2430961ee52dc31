provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "terraform_data" "types" {
  input = ["m7i.xlarge"]
}

resource "aws_spot_fleet_request" "gpu" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3

  dynamic "launch_specification" {
    for_each = terraform_data.types.output
    content {
      ami           = "ami-0123456789abcdef0"
      instance_type = launch_specification.value
    }
  }
}
