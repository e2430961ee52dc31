terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.away]
    }
  }
}

module "b" {
  source   = "./b"
  for_each = toset(["x.y"])
  providers = {
    aws.other = aws.away
    aws.home  = aws
  }
}
