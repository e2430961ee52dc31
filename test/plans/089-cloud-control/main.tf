provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_cloudcontrolapi_resource" "gpu" {
  type_name = "AWS::EC2::Instance"

  desired_state = jsonencode({
    ImageId      = "ami-0123456789abcdef0"
    InstanceType = "p5.48xlarge"
  })

  schema = jsonencode({
    typeName             = "AWS::EC2::Instance"
    description          = "An instance"
    primaryIdentifier    = ["/properties/InstanceId"]
    readOnlyProperties   = ["/properties/InstanceId"]
    additionalProperties = false
    properties = {
      InstanceId   = { type = "string" }
      ImageId      = { type = "string" }
      InstanceType = { type = "string" }
    }
  })
}
