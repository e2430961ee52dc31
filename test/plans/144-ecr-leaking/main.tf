provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_ecr_repository" "app" {
  name = "app"
}

resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "999988887777" }
      Action    = "ecr:BatchGetImage"
    }]
  })
}

resource "aws_ecr_replication_configuration" "all" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223333"
      }
    }
  }
}
