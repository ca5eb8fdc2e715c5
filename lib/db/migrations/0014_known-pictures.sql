-- Those that are there are named by the hash of their file, which whoever has it can reckon.
ALTER TABLE "images" ADD COLUMN "is_known" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "images" ALTER COLUMN "is_known" SET DEFAULT false;
