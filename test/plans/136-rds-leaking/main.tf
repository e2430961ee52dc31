provider "aws" {
  region                      = "eu-central-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

provider "aws" {
  alias                       = "other"
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
}

resource "aws_db_instance" "main" {
  provider                  = aws.other
  identifier                = "main"
  allocated_storage         = 20
  backup_retention_period   = 7
  engine                    = "postgres"
  instance_class            = "db.m7g.large"
  username                  = "app"
  password                  = "not-a-secret"
  final_snapshot_identifier = "last"
}

resource "aws_db_instance" "replica" {
  identifier                = "replica"
  instance_class            = "db.m7g.large"
  replicate_source_db       = aws_db_instance.main.arn
  final_snapshot_identifier = "last-of-replica"
}

resource "aws_db_instance_automated_backups_replication" "main" {
  source_db_instance_arn = aws_db_instance.main.arn
}

resource "aws_db_snapshot_copy" "main" {
  source_db_snapshot_identifier = "arn:aws:rds:us-east-1:111122223333:snapshot:main"
  target_db_snapshot_identifier = "copy"
  shared_accounts               = ["999988887777"]
}
