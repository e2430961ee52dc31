terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.other, aws.home]
    }
  }
}

module "c" {
  source = "./c"
  count  = 1
  providers = {
    aws     = aws.other
    aws.low = aws.home
  }
}
