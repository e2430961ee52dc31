provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_cloudformation_stack" "gpu" {
  name         = "gpu"
  template_url = "https://example-templates.s3.me-south-1.amazonaws.com/gpu.yaml"
}
