provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "terraform_data" "types" {
  input = ["m7i.xlarge"]
}

resource "aws_launch_template" "t" {
  name          = "t-template"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m7i.large"
}

resource "aws_ec2_fleet" "gpu" {
  launch_template_config {
    launch_template_specification {
      launch_template_id = aws_launch_template.t.id
      version            = aws_launch_template.t.latest_version
    }
    dynamic "override" {
      for_each = terraform_data.types.output
      content {
        instance_type = override.value
      }
    }
  }

  target_capacity_specification {
    default_target_capacity_type = "on-demand"
    total_target_capacity        = 2
  }
}
