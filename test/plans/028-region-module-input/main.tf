variable "where" {
  type    = string
  default = "me-south-1"
}

module "outer" {
  source = "./outer"
  place  = var.where
}
