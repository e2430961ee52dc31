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

resource "aws_vpc" "here" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "there" {
  provider   = aws.other
  cidr_block = "10.1.0.0/16"
}

resource "aws_vpc_peering_connection" "both" {
  vpc_id        = aws_vpc.here.id
  peer_vpc_id   = aws_vpc.there.id
  peer_owner_id = "111122223333"
  peer_region   = "eu-central-1"
}

resource "aws_vpc_peering_connection_accepter" "both" {
  provider                  = aws.other
  vpc_peering_connection_id = aws_vpc_peering_connection.both.id
  auto_accept               = true
}

resource "aws_route" "there" {
  route_table_id            = aws_vpc.here.main_route_table_id
  destination_cidr_block    = aws_vpc.there.cidr_block
  vpc_peering_connection_id = aws_vpc_peering_connection.both.id
}
