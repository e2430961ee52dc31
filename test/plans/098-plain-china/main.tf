provider "aws" {
  region                      = "cn-north-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

module "web" {
  source   = "./web"
  for_each = { "a.b" = "m7i.large", c = "c7i.large" }
  type     = each.value
}
