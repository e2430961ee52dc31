provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "frankfurt"
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "p5.48xlarge"
  availability_zone = "me-south-1a"
}

resource "aws_instance" "small" {
  count         = 2
  ami           = "ami-0123456789abcdef0"
  instance_type = "g4dn.xlarge"
}

resource "terraform_data" "note" {
  input = "p5.48xlarge"
}

data "aws_availability_zones" "frankfurt" {
  provider = aws.frankfurt
}

module "pool" {
  source   = "./pool"
  for_each = toset(["a.b[\"c\"]", "$${d}"])
  zone     = data.aws_availability_zones.frankfurt.names[0]
  providers = {
    aws = aws.frankfurt
  }
}
