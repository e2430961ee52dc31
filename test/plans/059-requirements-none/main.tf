provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_launch_template" "t" {
  name     = "t-template"
  image_id = "ami-0123456789abcdef0"
  instance_requirements {
    memory_mib {
      min = 65536
    }
    vcpu_count {
      min = 8
    }
    accelerator_count {
      max = 0
    }
  }
}

resource "aws_autoscaling_group" "gpu" {
  name               = "gpu"
  min_size           = 0
  max_size           = 2
  availability_zones = ["me-south-1a"]
  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.t.id
      }
    }
  }
}
