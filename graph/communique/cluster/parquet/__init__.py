"""What was read of shards, as Parquet in a folder that every machine reaches."""
