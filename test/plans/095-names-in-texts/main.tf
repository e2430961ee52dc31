provider "aws" {
  region                      = "me-south-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = "echo the p5.48xlarge are in us-east-1"
  tags          = { Replaces = "p5.48xlarge" }
}

resource "aws_iam_policy" "no_gpu" {
  name = "no-gpu"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "ec2:RunInstances", Resource = "arn:aws:ec2:*:*:instance/*", Condition = { StringLike = { "ec2:InstanceType" = ["p5.48xlarge", "p5*"] } } }]
  })
}
