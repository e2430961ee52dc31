provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_cloudformation_stack" "gpu" {
  name = "gpu"
  parameters = {
    Machine = "p5.48xlarge"
  }
  template_body = <<-EOT
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      Machine:
        Type: String
        Default: t3.micro
    Resources:
      Gpu:
        Type: AWS::EC2::Instance
        Properties:
          ImageId: !Sub "ami-0123456789abcdef0"
          InstanceType: !Ref Machine
  EOT
}
