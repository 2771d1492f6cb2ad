-- ---
-- type: iframe
-- ---
SELECT 'https://example.com/' || :page AS address
