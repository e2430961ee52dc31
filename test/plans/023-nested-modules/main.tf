provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "bahrain"
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

module "a" {
  source = "./modules/a"
  providers = {
    aws      = aws
    aws.away = aws.bahrain
  }
}
