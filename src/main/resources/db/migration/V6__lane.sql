-- The models that a shop brings, as JSON; null: the operator's. The keys in it are sealed with the service's own, which is not in here.

ALTER TABLE tenant ADD COLUMN models text;
