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

resource "aws_ec2_transit_gateway" "here" {}

resource "aws_ec2_transit_gateway" "there" {
  provider = aws.other
}

resource "aws_ec2_transit_gateway_peering_attachment" "both" {
  transit_gateway_id      = aws_ec2_transit_gateway.here.id
  peer_transit_gateway_id = aws_ec2_transit_gateway.there.id
  peer_region             = "eu-central-1"
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "both" {
  provider                      = aws.other
  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.both.id
}
