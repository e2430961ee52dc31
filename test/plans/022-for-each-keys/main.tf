provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = each.value
  for_each = {
    "a.b"           = "t3.micro"
    "say \"x\" [0]" = "p5.48xlarge"
    "module.x"      = "g4dn.xlarge"
  }
}
