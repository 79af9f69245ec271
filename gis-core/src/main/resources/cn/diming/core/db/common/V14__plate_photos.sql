-- Photos taken at people's doors are for staff, unless somebody says otherwise; and what the checks of door plates found after
-- an import stays on record with it.
ALTER TABLE media ADD COLUMN staff_only BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE import_job ADD COLUMN findings ${json};
