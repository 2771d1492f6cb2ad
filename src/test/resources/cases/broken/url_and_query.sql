-- ---
-- type: youtube
-- url: https://youtu.be/jbkSRLYSojo
-- ---
SELECT 'https://youtu.be/jbkSRLYSojo' AS url
