provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_cloudformation_stack" "gpu" {
  name = "gpu"
  template_body = jsonencode({
    Resources = {
      Gpu = {
        Type       = "AWS::EC2::Instance"
        Properties = { ImageId = "ami-0123456789abcdef0", InstanceType = "p5.48xlarge" }
      }
    }
  })
}
