provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_sagemaker_endpoint_configuration" "llm" {
  production_variants {
    variant_name           = "all"
    model_name             = "llm"
    instance_type          = "ml.p5.48xlarge"
    initial_instance_count = 2
  }
}
