provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "me-south-1a"
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  subnet_id     = aws_subnet.a.id
}

resource "aws_launch_template" "web" {
  name          = "web-template"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m7i.large"
}

resource "aws_autoscaling_group" "web" {
  name               = "web"
  min_size           = 0
  max_size           = 4
  availability_zones = ["me-south-1b"]
  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_db_instance" "db" {
  identifier          = "db"
  engine              = "postgres"
  instance_class      = "db.m7g.large"
  allocated_storage   = 20
  username            = "master"
  password            = "correct-horse"
  skip_final_snapshot = true
}

resource "aws_s3_bucket" "data" {
  bucket = "example-data"
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  role          = aws_iam_role.app.arn
  image_uri     = "123456789012.dkr.ecr.me-south-1.amazonaws.com/app:1"
  package_type  = "Image"
}
