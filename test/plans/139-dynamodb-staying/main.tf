provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_kms_key" "main" {}

resource "aws_dynamodb_table" "main" {
  name         = "main"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.main.arn
  }

  point_in_time_recovery {
    enabled = true
  }
}

data "aws_iam_policy_document" "main" {
  statement {
    actions   = ["dynamodb:GetItem"]
    resources = [aws_dynamodb_table.main.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/app"]
    }
  }
}

resource "aws_dynamodb_resource_policy" "main" {
  resource_arn = aws_dynamodb_table.main.arn
  policy       = data.aws_iam_policy_document.main.json
}
