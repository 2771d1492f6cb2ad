-- ---
-- type: youtube
-- raw: true
-- ---
SELECT 'https://youtu.be/jbkSRLYSojo' AS url, 'Hello' AS transcript
