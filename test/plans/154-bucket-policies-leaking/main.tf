provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "data" {
  bucket = "example-data"
}

data "aws_iam_policy_document" "known" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::example-data/*"]

    principals {
      type        = "AWS"
      identifiers = ["999988887777"]
    }
  }
}

data "aws_iam_policy_document" "deferred" {
  source_policy_documents = [data.aws_iam_policy_document.known.json]

  dynamic "statement" {
    for_each = ["s3:ListBucket"]

    content {
      actions   = [statement.value]
      resources = [aws_s3_bucket.data.arn]

      principals {
        type        = "AWS"
        identifiers = ["arn:aws:iam::999988887777:role/lists"]
      }
    }
  }
}

resource "aws_s3_bucket_policy" "data" {
  bucket = aws_s3_bucket.data.id
  policy = data.aws_iam_policy_document.deferred.json
}

resource "aws_sqs_queue" "data" {
  name   = "data"
  policy = data.aws_iam_policy_document.known.json
}
