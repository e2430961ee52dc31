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

resource "aws_backup_vault" "home" {
  name = "home"
}

resource "aws_backup_vault" "copies" {
  provider = aws.other
  name     = "copies"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.home.name
    schedule          = "cron(0 3 * * ? *)"

    copy_action {
      destination_vault_arn = aws_backup_vault.copies.arn
    }
  }
}
