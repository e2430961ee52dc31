variable "subnet" {
  type = string
}

resource "aws_instance" "gpu" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "p5.48xlarge"
  subnet_id     = var.subnet
}
