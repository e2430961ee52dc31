provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

data "aws_launch_template" "t" {
  name = "t-template"
}

resource "aws_autoscaling_group" "gpu" {
  name               = "gpu"
  min_size           = 0
  max_size           = 2
  availability_zones = ["me-south-1a"]
  launch_template {
    id      = data.aws_launch_template.t.id
    version = data.aws_launch_template.t.latest_version
  }
}
