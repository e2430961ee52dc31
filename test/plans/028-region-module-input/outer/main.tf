variable "place" {
  type = string
}

module "inner" {
  source = "./inner"
  region = var.place
}
