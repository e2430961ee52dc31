provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "other"
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_s3_bucket" "home" {
  bucket = "example-home"
}

resource "aws_s3_bucket" "copy" {
  provider = aws.other
  bucket   = "example-copy"
}

resource "aws_s3_bucket_replication_configuration" "home" {
  bucket = aws_s3_bucket.home.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.copy.arn
    }
  }
}
