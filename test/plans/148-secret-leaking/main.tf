provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_secretsmanager_secret" "app" {
  name = "app"

  replica {
    region = "us-east-1"
  }
}

data "aws_iam_policy_document" "readers" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.app.arn]

    principals {
      type        = "AWS"
      identifiers = ["999988887777"]
    }
  }
}

resource "aws_secretsmanager_secret_policy" "app" {
  secret_arn = aws_secretsmanager_secret.app.arn
  policy     = data.aws_iam_policy_document.readers.json
}
